import { spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { type IncomingMessage, request, type Server } from 'node:http'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { serveFolder } from '../tools/serve.ts'
import { temporaryFolder, writeFiles } from './support/command.ts'

const temporary = temporaryFolder()
const site = join(temporary.path, 'site')
let server: Server
let address: string
beforeAll(async () => {
  writeFiles(temporary.path, { 'secret.txt': 'secret', 'site/index.html': '概要', 'site/items/index.html': '項目', 'site/empty.csv': '' })
  writeFiles(site, { 'large.zip': new Uint8Array(2 ** 24) })
  symlinkSync('../secret.txt', join(site, 'linked.txt'))
  symlinkSync('..', join(site, 'up'))
  symlinkSync('items/index.html', join(site, 'inside.html'))
  ;({ server, address } = await serveFolder(site, 0))
})
afterAll(() => {
  server.close()
  temporary.remove()
})

/** Asks for a path as it is written, which fetch would tidy. */
async function ask(path: string, { method = 'GET', headers = {} }: { method?: string; headers?: Record<string, string> } = {}) {
  const asked = request({ host: '127.0.0.1', port: new URL(address).port, path, method, headers, agent: false }).end()
  const [response] = (await once(asked, 'response')) as [IncomingMessage]
  const chunks: Buffer[] = await response.toArray()
  return { status: response.statusCode, headers: response.headers, text: Buffer.concat(chunks).toString() }
}

describe('the local server', () => {
  it.each([
    ['/', '概要'],
    ['/index.html?a=1', '概要'],
    ['/items/', '項目'],
    ['/inside.html', '項目'],
    ['/empty.csv', ''],
  ])('answers %s', async (path, text) => {
    expect(await ask(path)).toMatchObject({ status: 200, text, headers: { 'content-length': `${Buffer.byteLength(text)}` } })
  })

  it.each([
    '/none.html',
    '/items',
    '/linked.txt',
    '/up/secret.txt',
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/items/..%2f..%2fsecret.txt',
    '/..%5csecret.txt',
    '/a%00b',
    '/%',
    '//',
  ])('has nothing at %s', async (path) => {
    expect(await ask(path)).toMatchObject({ status: 404, text: 'ページがない' })
  })

  it('answers HEAD without the content', async () => {
    expect(await ask('/large.zip', { method: 'HEAD' })).toMatchObject({ status: 200, text: '', headers: { 'content-length': `${2 ** 24}` } })
  })

  it.each(['POST', 'PUT', 'DELETE', 'OPTIONS', 'TRACE'])('does not answer %s', async (method) => {
    expect(await ask('/', { method })).toMatchObject({ status: 405, headers: { allow: 'GET, HEAD' } })
  })

  it.each(['example.jp', 'localhost.example.jp', '127.0.0.1.example.jp:3000', '10.0.0.1'])('does not answer to the name "%s"', async (host) => {
    expect(await ask('/', { headers: { host } })).toMatchObject({ status: 403 })
  })

  it.each(['localhost', 'LOCALHOST:3000', '127.0.0.1:1', '[::1]:3000'])('answers to the name %s', async (host) => {
    expect(await ask('/', { headers: { host } })).toMatchObject({ status: 200 })
  })

  it.skipIf(process.platform === 'win32')('does not wait for a pipe', async () => {
    spawnSync('mkfifo', [join(site, 'pipe')])
    expect(await ask('/pipe')).toMatchObject({ status: 404 })
  })

  it('goes on where files go while they are asked for', async () => {
    const path = join(site, 'going.html')
    const asked = Array.from({ length: 100 }, async () => (await ask('/going.html')).status)
    for (let round = 0; round < 100; round++) {
      writeFileSync(path, 'x')
      await sleep(0)
      rmSync(path)
    }
    expect((await Promise.all(asked)).filter((status) => status !== 200 && status !== 404)).toEqual([])
    expect(await ask('/')).toMatchObject({ status: 200 })
  })

  it.skipIf(!existsSync('/proc/self/fd'))('keeps no file open after 200 downloads that were aborted', async () => {
    const opened = () => readdirSync('/proc/self/fd').length
    const before = opened()
    await Promise.all(
      Array.from({ length: 200 }, async () => {
        const asked = request(`${address}large.zip`, { agent: false }).end()
        const [response] = (await once(asked, 'response')) as [IncomingMessage]
        response.destroy()
      }),
    )
    for (let pause = 0; pause < 100 && opened() > before + 5; pause++) await sleep(50)
    expect(opened()).toBeLessThanOrEqual(before + 5)
  })
})
