export { createSegment } from './client/create-segment.js';
export type { SegmentOptions } from './client/options.js';
export type { CloseOptions, RequestOptions, Segment } from './client/segment.js';
export type { Enqueued } from './client/tracker.js';
export type {
  AnyPlan,
  BatchEvent,
  CallOptions,
  Input,
  OperationName,
  Output,
  TrackingName,
  TrackingPlan,
} from './client/types.js';
export type { SegmentErrorFacts, SegmentErrorKind } from './contract/errors.js';
export { isSegmentError, SegmentError } from './contract/errors.js';
export type { Hooks, Plugin, RequestReport, ResponseReport, WireEvent } from './contract/hooks.js';
export type { Region } from './contract/regions.js';
export type {
  DeadEvent,
  EventQueue,
  QueuedEvent,
  QueueStats,
  Reservation,
  ReservationEnd,
  ReserveLimits,
} from './delivery/event-queue.js';
export type { Queue } from './delivery/queue-connection.js';
export type { FailedEvent, Report } from './delivery/report.js';
export type { OAuthOptions } from './http/oauth.js';
export type { Transport, TransportAnswer, TransportRequest } from './http/transport.js';
export type { Example, FollowUp, Part } from './operations/example.js';
export { type ListedError, listErrors, operations } from './operations/index.js';
export type {
  ManagementOperation,
  ManagementSpec,
  Operation,
  OperationError,
  OperationSpec,
  TrackingOperation,
  TrackingSpec,
} from './operations/operation.js';
export type { ApiRequest, Step } from './operations/step.js';
export type { Receipt } from './operations/tracking.js';
export type { FreeForm, ObjectSchema, Schema, SchemaKeywords } from './schema/schema.js';
