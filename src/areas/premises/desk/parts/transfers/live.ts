/** The states in which a record counts as an officer's load: the list behind a number has them too. */
export const liveOnly = { state: ['open', 'paused'] } as const
