/** A body's posts with the people in them; who may can add a post or a person, or move one. */
import { Button, Tag } from 'antd'
import { useState } from 'react'
import { EmptyBlock } from '../../../../desk/components/EmptyBlock.tsx'
import { Panel } from '../../../../desk/components/Panel.tsx'
import { useMay } from '../../../../desk/session.ts'
import { useWords } from '../../../../desk/words.ts'
import type { Body, Person, Post } from '../../contract.ts'
import { messages } from '../../messages.ts'
import { PersonForm } from './PersonForm.tsx'
import { PostForm } from './PostForm.tsx'

type Open = { form: 'post' } | { form: 'person'; person?: Person } | undefined

export function PostsOfBody({ body }: { body: Body & { posts: Post[]; people: Person[] } }) {
  const words = useWords(messages)
  const may = useMay()
  const [open, setOpen] = useState<Open>()
  const writes = may('organisation.write')
  const close = () => setOpen(undefined)
  return (
    <Panel
      title={words.body.posts}
      extra={
        writes && (
          <>
            <Button size="small" onClick={() => setOpen({ form: 'post' })}>
              {words.body.addPost}
            </Button>
            <Button size="small" disabled={body.posts.length === 0} onClick={() => setOpen({ form: 'person' })}>
              {words.body.addPerson}
            </Button>
          </>
        )
      }
    >
      {body.posts.length === 0 && <EmptyBlock title={words.body.noPosts} />}
      {body.posts.map((post) => {
        const people = body.people.filter((person) => person.post === post.id)
        return (
          <section key={post.id} className="post" aria-label={post.name}>
            <h3>
              {post.name} <span className="quiet num">{people.length}</span>
            </h3>
            {people.length === 0 && <p className="quiet">{words.body.vacant}</p>}
            <ul className="plain-list">
              {people.map((person) => (
                <li key={person.id}>
                  <span>
                    {person.name} {!person.active && <Tag>{words.body.left}</Tag>}
                  </span>
                  <span className="quiet num">
                    {person.phone ?? ''}
                    {writes && (
                      <Button type="link" size="small" onClick={() => setOpen({ form: 'person', person })}>
                        {words.body.move}
                      </Button>
                    )}
                  </span>
                </li>
              ))}
            </ul>
          </section>
        )
      })}
      {open?.form === 'post' && <PostForm body={body.id} onClose={close} />}
      {open?.form === 'person' && (
        <PersonForm body={body.id} {...(open.person ? { person: open.person } : {})} onClose={close} />
      )}
    </Panel>
  )
}
