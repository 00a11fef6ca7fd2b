/** Every route of the contract with the permission it names: what the access table and its test are made of. */
import { isContractProcedure } from '@orpc/contract'
import type { RouteMeta } from '../kernel/contract.ts'
import { contract } from './contract.ts'

export interface RouteAccess {
  /** 'incidents.correct': as the client calls it. */
  readonly route: string
  readonly may: string | undefined
  readonly method: string
  readonly path: string
}

/** All routes, in the order of the contract. */
export function routesOf(node: object = contract, path: readonly string[] = []): RouteAccess[] {
  if (isContractProcedure(node)) {
    const { meta, route } = node['~orpc']
    const { may }: RouteMeta = meta
    return [{ route: path.join('.'), may, method: route.method ?? 'POST', path: route.path ?? '' }]
  }
  return Object.entries(node).flatMap(([key, inner]) => routesOf(inner, [...path, key]))
}
