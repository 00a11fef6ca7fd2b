/** The two sides of a transfer on screens: one's own body, the bodies that supervise, whom the rule names. */
import { useMemo } from 'react'
import { useMay, useMe } from '../../../../../desk/session.ts'
import { useWords } from '../../../../../desk/words.ts'
import { useAreas, useBodies } from '../../../../organisation/desk/parts/places.ts'
import { messages as register } from '../../../messages.ts'
import { type Premises, SupervisorKind } from '../../../record-contract.ts'
import { type Body, proposedBody } from '../../../supervision/bodies.ts'
import { messages } from '../../../transfers/messages.ts'

/** The body for which the person signed in hands over and takes; undefined where that is none. */
export function useOwnSide(): string | undefined {
  const { body } = useMe()
  return SupervisorKind.safeParse(body.kind).success ? body.id : undefined
}

/** The own side, where the person may act for it. */
export function useActingSide(): string | undefined {
  const may = useMay()
  const own = useOwnSide()
  return may('premises.transfer') ? own : undefined
}

export function useSupervisors() {
  const { items, nameOf } = useBodies()
  const streets = useAreas(1)
  const kinds = useWords(register).bodies
  return useMemo(() => {
    const bodies = items.flatMap(({ id, kind, active, name }): (Body & { name: string })[] => {
      const supervises = SupervisorKind.safeParse(kind)
      const street = streets.items.find(({ body }) => body === id)?.id ?? null
      return active && supervises.success ? [{ id, kind: supervises.data, name, street }] : []
    })
    const proposedTo = (premises: Premises) => proposedBody(premises, bodies)
    return {
      bodies,
      nameOf,
      proposedTo,
      /** The body by name, or what kind it would be of where it is not known. */
      proposedName(premises: Premises): string {
        const body = proposedTo(premises)
        return body ? nameOf(body) : kinds[premises.dueBody]
      },
    }
  }, [items, nameOf, streets, kinds])
}

/** All grounds on which a transfer, or what it does to its record, can be refused. */
export function useTransferGrounds() {
  const own = useWords(messages).grounds
  const { grounds } = useWords(register)
  return useMemo(() => ({ ...grounds, ...own }), [grounds, own])
}
