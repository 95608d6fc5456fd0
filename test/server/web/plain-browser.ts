import { hashPassword } from '../../../server/services/passwords.ts'
import type { Answer, Service } from '../../helper.ts'

/** Where the service that a browser visits says that it is. */
export const origin = 'https://wicc.example'

export const password = 'four words of my own'
export const other = 'another four words of mine'
export const passwordHash = await hashPassword(password)

const entities: Readonly<Record<string, string>> = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&amp;': '&' }
const plain = (text: string): string => text.replace(/&(lt|gt|quot|amp);/g, (entity) => entities[entity] ?? entity)

/** A browser without script: it keeps cookies, and sends the forms that it was shown, hidden fields and all. */
export class Browser {
  readonly jar = new Map<string, string>()
  readonly #service: Service
  shown: Answer = { status: 0, headers: {}, text: '', body: undefined }
  constructor (service: Service) {
    this.#service = service
  }

  async #call (method: 'GET' | 'POST', url: string, body?: string, headers: Record<string, string> = {}): Promise<Answer> {
    const answer = await this.#service.call(method, url, {
      body,
      headers: { accept: 'text/html', 'user-agent': 'Mozilla/5.0 (X11; Linux) Firefox/130', cookie: [...this.jar].map(([name, value]) => `${name}=${value}`).join('; '), ...(body === undefined ? {} : { 'content-type': 'application/x-www-form-urlencoded', origin, 'sec-fetch-site': 'same-origin' }), ...headers }
    })
    for (const line of [answer.headers['set-cookie'] ?? []].flat() as string[]) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      if (value === '') this.jar.delete(name)
      else this.jar.set(name, value)
    }
    this.shown = answer
    return answer
  }

  get (url: string, headers: Record<string, string> = {}) {
    return this.#call('GET', url, undefined, headers)
  }

  /** Fills in the form of the page that leads to an address, and follows where it leads. */
  async send (action: string, fields: Record<string, string> = {}, headers: Record<string, string> = {}): Promise<Answer> {
    const [form] = this.shown.text.match(new RegExp(`<form method="post" action="${action.replaceAll('?', '\\?')}".*?</form>`, 's')) ?? []
    if (form === undefined) throw new Error(`no form leads to ${action} in ${this.shown.text}`)
    const hidden = [...form.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)].map(([, name = '', value = '']) => [name, plain(value)])
    return this.#call('POST', action, new URLSearchParams([...hidden.filter(([name = '']) => !(name in fields)), ...Object.entries(fields)] as string[][]).toString(), headers)
  }

  /** Sends a form that leads on, and looks at where it leads. */
  async follow (action: string, fields: Record<string, string> = {}): Promise<Answer & { at: string }> {
    const sent = await this.send(action, fields)
    const at = String(sent.headers['location'])
    if (sent.status !== 303) throw new Error(`${action} answered ${sent.status}: ${sent.text}`)
    return { ...await this.get(at), at }
  }

  async signIn (email: string, word = password): Promise<Answer> {
    await this.get('/sign-in?back=/account')
    return this.send('/sign-in', { email, password: word })
  }
}
