export {
  type DescribedFunction,
  type DescribedParameter,
  type DescribedValue,
  scriptLibrary,
  type StandardLibrary,
} from './lib/description.js';
