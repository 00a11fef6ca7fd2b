/** Photos and scans: where one is, and how one is brought. */
import { client } from '../../../../desk/api.ts'

export const fileHref = (id: string): string => `/api/premises/files/${id}`

/** Keeps a picture and answers its id, under which a record may then show it. */
export const bringPhoto = async (file: File): Promise<string> => (await client.premises.bringFile({ file })).file
