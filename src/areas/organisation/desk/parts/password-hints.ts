/** What a new password meets so far, to show while it is typed. The server decides. */

export const hintKeys = ['length', 'classes', 'username', 'repeats'] as const
export type HintKey = (typeof hintKeys)[number]

export function hintsOf(password: string, username: string): Record<HintKey, boolean> {
  const classes = [/[a-z]/, /[A-Z]/, /\d/, /[^a-zA-Z\d]/].filter((kind) => kind.test(password)).length
  return {
    length: Array.from(password).length >= 10,
    classes: classes >= 3,
    username: password !== '' && !password.toLowerCase().includes(username.toLowerCase()),
    repeats: password !== '' && !/(.)\1{3}/.test(password),
  }
}
