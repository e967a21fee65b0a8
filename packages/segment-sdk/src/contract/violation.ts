/** What an event breaks, in Segment's terms. */
export type ViolationType = 'Required' | 'Invalid Type' | 'Invalid Value' | 'Unplanned Event' | 'Unplanned Property';

/** One thing in which an event does not keep to its plan. */
export interface Violation {
  readonly type: ViolationType;
  /** Where: `properties.products.0.price`, or `event`. */
  readonly field: string;
  /** What is wrong, with the field: `properties.revenue: number expected, got string`. */
  readonly message: string;
  /** The name that was probably meant, where one is not in the plan. */
  readonly suggestion?: string;
}
