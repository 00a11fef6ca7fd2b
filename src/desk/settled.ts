/** What a person types, once it has stayed the same for a moment: not every letter asks the server. */
import { useEffect, useState } from 'react'

const moment = 300

export function useSettled<T>(value: T): T {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), moment)
    return () => clearTimeout(timer)
  }, [value])
  return settled
}
