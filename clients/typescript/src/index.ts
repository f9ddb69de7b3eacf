export * from './api.js';
export { type Access, Offramp } from './client.js';
export { type Decimal, type ListQuery, type Page, Paged } from './core.js';
export { NoAnswer, OfframpError, Refused } from './errors.js';
export { type IncomingHeaders, type UnknownEvent, WebhookVerifier } from './webhooks.js';
