import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import { extname, join, normalize } from 'node:path'
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

/** Serves a folder of files on loopback only, as any plain file server would, on request compressed; port 0 takes a free one. */
export async function serveFolder(folder: string, port: number, { gzip = false } = {}): Promise<{ server: Server; address: string }> {
  const server = createServer(async (request, response) => {
    const path = await findFile(folder, request.url ?? '/')
    if (path === undefined) {
      response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8' }).end('ページがない')
      return
    }
    const isPacked = gzip && /\bgzip\b/.test(String(request.headers['accept-encoding']))
    response.writeHead(200, {
      'content-type': types[extname(path)] ?? 'application/octet-stream',
      'x-content-type-options': 'nosniff',
      ...(isPacked && { 'content-encoding': 'gzip' }),
    })
    const file = createReadStream(path)
    if (isPacked) file.pipe(createGzip()).pipe(response)
    else file.pipe(response)
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', resolve)
  })
  const address = server.address()
  return { server, address: `http://127.0.0.1:${typeof address === 'object' && address ? address.port : port}/` }
}

/** The file that an address names inside the folder; undefined where there is none or it would lead outside. */
async function findFile(folder: string, url: string): Promise<string | undefined> {
  try {
    const name = normalize(decodeURIComponent(new URL(url, 'http://localhost').pathname))
    const path = join(folder, name.endsWith('/') ? join(name, 'index.html') : name)
    return (await stat(path)).isFile() ? path : undefined
  } catch {
    return undefined
  }
}
