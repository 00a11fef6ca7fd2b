/** Which failures may pass by themselves, so that a second try is worth it. */
import { ORPCError } from '@orpc/client'

export const isTransient = (error: unknown): boolean =>
  !(error instanceof ORPCError) || error.status === 503 || error.status === 502
