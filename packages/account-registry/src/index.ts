export { type AccountError, type AccountErrorCode, type AccountErrorDetails, isAccountError } from './account-error.js';
export { createAccountRegistry, type RegistryOptions } from './create-registry.js';
export { type Environment, environmentStore, environmentVariable } from './environment-store.js';
export type { Explanation, FieldOrigin } from './explain.js';
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
} from './fields.js';
export type { ChosenBy } from './layers.js';
export type { AccountSummary } from './list-accounts.js';
export { type AccountSeed, memoryStore } from './memory-store.js';
export type { AccountHandle, AccountRegistry, RotateOptions } from './registry.js';
export { isSecret, Secret } from './secret.js';
export type { Account, CheckOptions, ServiceDefinition, ServiceFields, Services, ServicesOf } from './service.js';
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
} from './store.js';
export type { AccountChange, ChangeListener } from './subscriptions.js';
export type { TestResult } from './test-account.js';
