import { refuse } from '../../operations/simulated-route.js';
import type { PublicName } from '../../public-api/types.js';
import { type Behaviour, type Call, refuseMissing, SUCCESS } from './call.js';
import { selectItems } from './list-filters.js';
import { describeNew, show } from './resource-behaviours.js';
import { type Resource, shape, shapeResult } from './sample.js';

type Behaviours = { readonly [Name in PublicName]?: Behaviour };

/** The connection of an audience to the destination that a path ends with. */
const withConnection =
  (act: (call: Call, connection: Resource) => ReturnType<Behaviour>): Behaviour =>
  (call) => {
    const connection = call.store.list(call.collection).find(({ destinationId }) => destinationId === call.id);
    return connection ? act(call, connection) : refuseMissing('destination of the audience', call.id ?? '');
  };

const withSchedules = ({ store, input }: Call, path: string, audience: Resource): Resource =>
  input.include === 'schedules'
    ? { ...audience, schedules: store.list(`${path}/${encodeURIComponent(audience.id as string)}/schedules`) }
    : audience;

/** Where audiences are sent, and when they are computed. */
export const audienceBehaviours: Behaviours = {
  get_audience: (call) => {
    const audience = call.store.find(call.collection, call.id ?? '');
    return audience
      ? show(call, withSchedules(call, call.collection, audience))
      : refuseMissing('audience', call.id ?? '');
  },
  list_audiences: (call) =>
    shapeResult(call.spec.name, {
      audiences: selectItems(call, call.store.list(call.collection)).map((one) =>
        withSchedules(call, call.collection, one),
      ),
    }),
  add_destination_to_audience: ({ spec, store, input, collection }) => {
    const { id } = input.destination as { readonly id: string };
    const destination = store.find('/destinations', id);
    if (!destination) return refuseMissing('destination', id);
    if (store.list(collection).some(({ destinationId }) => destinationId === id))
      return refuse(409, 'conflict', `The audience is connected to ${id} already`, {}, { field: 'destination' });
    const { idSyncConfiguration = [], connectionSettings } = input;
    const about = { ...destination, id: undefined, destinationId: id };
    const connection = store.add(collection, { ...about, idSyncConfiguration, connectionSettings });
    return shapeResult(spec.name, { ...connection, connection });
  },
  update_destination_for_audience: withConnection(({ spec, store, input, collection, id }, connection) =>
    shapeResult(spec.name, { ...store.change(collection, connection.id as string, input), destination: { id } }),
  ),
  remove_destination_from_audience: withConnection(({ store, collection }, connection) => {
    store.remove(collection, connection.id as string);
    return SUCCESS;
  }),
  add_activation_to_audience: (call) => {
    const path = call.collection.replace(/\/destination-connections\/[^/]+/, '');
    return { activation: shape('Activation', call.store.add(path, describeNew(call))) };
  },
};
