export {
  AccountError,
  type AccountErrorCode,
  type AccountErrorDetails,
  isAccountError,
} from './accounts/account-error.js';
export {
  choice,
  type ChoiceField,
  type CredentialInput,
  type Credentials,
  type Field,
  type FieldOptions,
  type Fields,
  secret,
  type SecretField,
  type SecretFields,
  text,
  type TextField,
  type VisibleFields,
} from './accounts/fields.js';
export { isSecret, Secret } from './accounts/secret.js';
export type {
  Account,
  CheckOptions,
  ServiceDefinition,
  ServiceFields,
  Services,
  ServicesOf,
} from './accounts/service.js';
export type {
  AccountStore,
  Edit,
  EncryptionHeader,
  PreviousValue,
  ServiceSchema,
  StoredAccount,
  StoredService,
  ValuePlace,
  WritableStore,
} from './accounts/store.js';
export { createAccountRegistry, type RegistryOptions } from './registry/create-registry.js';
export type { Explanation, FieldOrigin } from './registry/explain.js';
export type { ChosenBy } from './registry/layers.js';
export type { AccountSummary } from './registry/list-accounts.js';
export type { AccountHandle, AccountRegistry, RotateOptions } from './registry/registry.js';
export type { AccountChange, ChangeListener } from './registry/subscriptions.js';
export type { TestResult } from './registry/test-account.js';
export { type Environment, environmentStore, environmentVariable } from './stores/environment-store.js';
export { type AccountSeed, memoryStore } from './stores/memory-store.js';
