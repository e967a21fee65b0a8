import { describe, expect, test } from '@jest/globals';

import { renderReference } from '../src/index.js';
import { greenhouse } from './greenhouse.js';

describe('the short Markdown reference', () => {
  test('renders any namespace from its table alone', () => {
    expect(renderReference(greenhouse)).toBe(`# Greenhouse — Lua API Reference

## water_bed

Open the valve of one bed.

### Parameters

| Name | Type | Required | Description |
|------|------|----------|-------------|
| \`bedId\` | string | yes | The bed to water |
| \`litres\` | number | yes | How much (e.g., 2.5) |
| \`mode\` | "drip" \\| "spray" | no | How the water comes out |
| \`window\` | object | no | When to water |
| \`tags\` | string\\[] | no | Labels for the log |

### Examples

\`\`\`lua
-- Water a bed slowly
lab.greenhouse.water_bed({
  bedId = "bed \\"A\\"",
  litres = 2.5,
  mode = "drip",
  tags = {
    "morning"
  },
  extra = {
    ["soil type"] = "clay",
    ["end"] = true,
    none = json.null,
    list = json.array({}),
    nested = {
      {
        1
      },
      {
        -25000000000
      }
    }
  }
})
\`\`\`

---

## read_sensors

Read all sensors at once.

### Parameters

None.

### Examples

\`\`\`lua
-- Print every sensor
local reading = lab.greenhouse.read_sensors({})

for _, sensor in ipairs(reading.sensors or {}) do
  print(sensor.sensor_id .. ": " .. sensor.air_temperature)
end
\`\`\`

---

## Multi-Account Usage

If you have multiple Greenhouse accounts configured, use account-specific namespaces:

\`\`\`lua
-- Default account (always works)
lab.greenhouse.water_bed({...})

-- Explicit default (portable across setups)
lab.greenhouse.default.water_bed({...})

-- Named accounts
lab.greenhouse.north.water_bed({...})
\`\`\`

All functions are identical across accounts — only the credentials differ.
`);
  });

  test('leaves the multi-account section out where there is one account', () => {
    const { accounts, ...single } = greenhouse;
    expect(accounts.names).toEqual(['north']);
    expect(renderReference(single)).not.toContain('Multi-Account');
  });
});
