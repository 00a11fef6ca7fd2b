/** Passwords: what is asked of one, and how it is kept (argon2id). */
import { randomInt } from 'node:crypto'
import { hash as argonHash, verify as argonVerify } from '@node-rs/argon2'

/** OWASP's second profile for argon2id: 19 MiB, two passes, one lane. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

export const hashPassword = (password: string): Promise<string> => argonHash(password.normalize('NFKC'), cost)

export async function checkPassword(hash: string, password: string): Promise<boolean> {
  return argonVerify(hash, password.normalize('NFKC'))
}

/** A hash of nothing anybody knows: checked where there is no such account, so that the time taken tells nothing. */
export const decoyHash = hashPassword(String(randomInt(2 ** 47)))

export type PasswordFault = 'password-too-short' | 'password-too-simple' | 'password-has-username' | 'password-repeats'

/** GB/T 22239-2019 as our reference reads it: at least 10 characters of at least 3 of the 4 classes. */
export function passwordFault(password: string, username: string): PasswordFault | undefined {
  if ([...password].length < 10) return 'password-too-short'
  const classes = [/[a-z]/, /[A-Z]/, /\d/, /[^a-zA-Z\d]/].filter((kind) => kind.test(password)).length
  if (classes < 3) return 'password-too-simple'
  if (password.toLowerCase().includes(username.toLowerCase())) return 'password-has-username'
  if (/(.)\1{3}/.test(password)) return 'password-repeats'
  return undefined
}

// Without 0 O 1 l I, which people mistake when they read a first password from paper.
const letters = ['abcdefghijkmnpqrstuvwxyz', 'ABCDEFGHJKLMNPQRSTUVWXYZ', '23456789', '-+=#%'] as const

/** A first password that meets the rules: four groups, to be changed at the first sign-in. */
export function firstPassword(): string {
  const pick = (from: string) => from[randomInt(from.length)] as string
  return Array.from({ length: 4 }, () => letters.map(pick).join('')).join('')
}
