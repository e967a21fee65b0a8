import { findMeant } from '@moonwire/lua-bridge';

import type { Effect, Policy, PolicyDecision, PolicyRule } from './policy.js';
import { scriptOperations } from './script-operations.js';

/* Typed so that a word that is added to a policy is added here. */
const EFFECTS: Readonly<Record<Effect, true>> = { read: true, write: true, delete: true };
const DECISIONS: Readonly<Record<PolicyDecision, true>> = { allow: true, deny: true, ask: true };
const RULE: Readonly<Record<keyof PolicyRule, true>> = { effect: true, operation: true, account: true, then: true };
const POLICY: Readonly<Record<keyof Policy, true>> = { rules: true, ask: true, owner: true };

/**
 * Refuses a policy that says something else than it seems to: a rule with a misspelt word matches nothing, and what it
 * was to deny would be allowed.
 * @param place Whose policy it is, as messages begin.
 * @throws TypeError that names the place, what is there, and what was probably meant.
 */
export const checkPolicy = (policy: unknown, place = 'createSegmentLua: policy'): void => {
  const { rules, ask, owner } = readRecord(place, policy, POLICY);
  if (!Array.isArray(rules)) throw refuse(`${place}.rules`, 'a list of rules', rules);
  if (ask !== undefined && typeof ask !== 'function') throw refuse(`${place}.ask`, 'a function', ask);
  if (owner !== undefined && typeof owner !== 'string') throw refuse(`${place}.owner`, 'a text', owner);
  rules.forEach((rule: unknown, at) => {
    checkRule(`${place}.rules[${at}]`, rule);
  });
};

const checkRule = (place: string, rule: unknown): void => {
  const { effect, operation, account, then } = readRecord(place, rule, RULE);
  if (effect !== undefined) checkWord(`${place}.effect`, effect, Object.keys(EFFECTS));
  if (operation !== undefined) checkWord(`${place}.operation`, operation, [...scriptOperations.keys()]);
  if (account !== undefined && typeof account !== 'string')
    throw refuse(`${place}.account`, 'the name of an account', account);
  checkWord(`${place}.then`, then, Object.keys(DECISIONS));
};

const readRecord = (place: string, value: unknown, known: object): Readonly<Record<string, unknown>> => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw refuse(place, 'an object', value);
  for (const name of Object.keys(value)) checkWord(`${place}, a field,`, name, Object.keys(known));
  return value as Readonly<Record<string, unknown>>;
};

const checkWord = (place: string, word: unknown, known: readonly string[]): void => {
  if (typeof word !== 'string') throw refuse(place, known.slice(0, 4).join(', '), word);
  if (!known.includes(word)) throw new TypeError(`${place} cannot be '${word}'. ${findMeant(word, known).hint}`);
};

const refuse = (place: string, expected: string, given: unknown): TypeError => {
  const got = given === null ? 'null' : typeof given;
  return new TypeError(`${place} must be ${expected}, got ${got}`);
};
