import { constants } from 'node:fs'
import { type FileHandle, open, realpath } from 'node:fs/promises'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { extname, join, normalize, sep } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.wasm': 'application/wasm',
  '.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  '.zip': 'application/zip',
}

/** A file of the folder, open, with the type that its name tells and its size in bytes. */
interface Found {
  file: FileHandle
  type: string
  size: number
}

/**
 * Serves a folder of files on loopback only, as any plain file server would, on request compressed; port 0 takes a free
 * one. Answers GET and HEAD of who asks for this machine by a name of its own, so that no page of elsewhere gets at it.
 */
export async function serveFolder(folder: string, port: number, { gzip = false } = {}): Promise<{ server: Server; address: string }> {
  const server = createServer((request, response) => {
    // who goes away in the middle has no use for an answer
    answer(folder, gzip, request, response).catch(() => response.destroy())
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', resolve)
  })
  const address = server.address()
  return { server, address: `http://127.0.0.1:${typeof address === 'object' && address ? address.port : port}/` }
}

async function answer(folder: string, gzip: boolean, request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (!isLoopback(request.headers.host)) return refuse(response, 403, 'この名前では答えない')
  if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(response.setHeader('allow', 'GET, HEAD'), 405, '読むことだけができる')
  const found = await openFile(folder, request.url ?? '/')
  if (!found) return refuse(response, 404, 'ページがない')
  try {
    const isPacked = gzip && /\bgzip\b/.test(String(request.headers['accept-encoding']))
    response.writeHead(200, {
      'content-type': found.type,
      'x-content-type-options': 'nosniff',
      ...(isPacked ? { 'content-encoding': 'gzip' } : { 'content-length': found.size }),
    })
    if (request.method === 'HEAD') response.end()
    else await send(found, isPacked, response)
  } finally {
    await found.file.close()
  }
}

/** Sends what the file held when it was opened, to a response whose length is said already. */
async function send({ file, size }: Found, isPacked: boolean, response: ServerResponse): Promise<void> {
  if (size === 0) return void response.end()
  const content = file.createReadStream({ start: 0, end: size - 1, autoClose: false })
  await (isPacked ? pipeline(content, createGzip(), response) : pipeline(content, response))
}

function refuse(response: ServerResponse, status: number, reason: string): void {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8', 'x-content-type-options': 'nosniff' }).end(reason)
}

function isLoopback(host = ''): boolean {
  return /^(?:127\.0\.0\.1|localhost|\[::1\])(?::\d+)?$/i.test(host)
}

/** Opens the file that an address names inside the folder; undefined where there is none or it would lead outside. */
async function openFile(folder: string, url: string): Promise<Found | undefined> {
  let file: FileHandle | undefined
  try {
    const name = normalize(decodeURIComponent(new URL(url, 'http://localhost').pathname))
    const path = await realpath(join(folder, name.endsWith(sep) ? join(name, 'index.html') : name))
    if (!path.startsWith(join(await realpath(folder), sep))) return undefined
    // a pipe is opened at once and then found to be no file
    file = await open(path, constants.O_RDONLY | constants.O_NONBLOCK)
    const found = await file.stat()
    if (found.isFile()) return { file, type: types[extname(path)] ?? 'application/octet-stream', size: found.size }
  } catch {
    // not there, not readable, or no address
  }
  await file?.close()
  return undefined
}
