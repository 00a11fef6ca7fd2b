/** Pictures of a visit or a hazard, to be looked at large. */
import { Image } from 'antd'

export const pictureHref = (id: string): string => `/api/inspections/visits/files/${id}`

export function Pictures({ files, name }: { files: readonly string[]; name: string }) {
  if (files.length === 0) return null
  return (
    <ul className="hazard-photos">
      <Image.PreviewGroup>
        {files.map((file) => (
          <li key={file}>
            <Image src={pictureHref(file)} alt={name} width={120} height={90} />
          </li>
        ))}
      </Image.PreviewGroup>
    </ul>
  )
}
