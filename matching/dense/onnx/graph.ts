import { type Attribute, type Constant, type Model, type Node, type TensorType, type Value } from './model.ts'

/** Operators of ONNX Runtime's own, beyond the standard's. */
const own = 'com.microsoft'

/** Collects the nodes and constants of a model. Every method returns the name of what it adds. */
export class Graph {
  readonly #nodes: Node[] = []
  readonly #constants: Constant[] = []

  constant (type: TensorType, shape: readonly number[], data: NodeJS.TypedArray): string {
    const name = `c${this.#constants.length}`
    this.#constants.push({ name, type, shape, data })
    return name
  }

  floats (shape: readonly number[], data: Float32Array): string {
    return this.constant('float32', shape, data)
  }

  longs (...values: bigint[]): string {
    return this.constant('int64', [values.length], BigInt64Array.from(values))
  }

  /** An operator with one output. */
  apply (operator: string, inputs: readonly string[], attributes: Record<string, Attribute> = {}): string {
    return this.#add({ operator, inputs, outputs: [this.#next()], attributes })
  }

  /** The same, of ONNX Runtime's own. */
  applyOwn (operator: string, inputs: readonly string[], attributes: Record<string, Attribute> = {}): string {
    return this.#add({ operator, inputs, outputs: [this.#next()], attributes, domain: own })
  }

  /** Cuts a tensor into equal parts along an axis. */
  split (input: string, parts: number, axis: number): string[] {
    const outputs = Array.from({ length: parts }, (_, part) => `${this.#next()}.${part}`)
    this.#add({ operator: 'Split', inputs: [input], outputs, attributes: { axis } })
    return outputs
  }

  /** `results` gives the outputs by the names that callers know them by. */
  model (inputs: readonly Value[], results: Readonly<Record<string, string>>, outputs: readonly Value[]): Model {
    const named = Object.entries(results).map(([name, result]): Node => ({ operator: 'Identity', inputs: [result], outputs: [name] }))
    return { nodes: [...this.#nodes, ...named], constants: this.#constants, inputs, outputs }
  }

  #next (): string {
    return `n${this.#nodes.length}`
  }

  #add (node: Node): string {
    this.#nodes.push(node)
    return node.outputs[0]!
  }
}
