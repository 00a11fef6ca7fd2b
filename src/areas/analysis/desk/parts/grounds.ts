/** Why an act on an analysis is refused, in the words of the present language. */
import { useWords } from '../../../../desk/words.ts'
import { messages } from '../../messages.ts'

export const useGrounds = () => useWords(messages).grounds
