import { bytes, type Field, float, int, message, string } from './protobuf.ts'

/** ONNX files as https://github.com/onnx/onnx/blob/main/onnx/onnx.proto defines them; the numbers below are its field numbers. */

/** `TensorProto.DataType`. */
export const types = { float32: 1, uint8: 2, int8: 3, int32: 6, int64: 7, float16: 10 } as const
export type TensorType = keyof typeof types

export interface Constant {
  name: string
  type: TensorType
  shape: readonly number[]
  data: NodeJS.TypedArray
}

/** Whole numbers, lists of them, tensor types as such, and floats, which are marked because 1 may be either. */
export type Attribute = number | readonly number[] | { float: number } | { type: TensorType }

export interface Node {
  operator: string
  /** The empty name stands for an input that is left out. */
  inputs: readonly string[]
  outputs: readonly string[]
  attributes?: Readonly<Record<string, Attribute>>
  /** Whose operator; the standard's where absent. */
  domain?: string
}

export interface Value {
  name: string
  type: TensorType
  /** A word stands for a length that each call decides. */
  shape: readonly (number | string)[]
}

export interface Model {
  nodes: readonly Node[]
  constants: readonly Constant[]
  inputs: readonly Value[]
  outputs: readonly Value[]
}

const irVersion = 8
/** Every operator in use is in these editions of the standard and of ONNX Runtime's own set. */
const operatorSets = { '': 17, 'com.microsoft': 1 }

/** The chunks of an ONNX file, in order; the constants' own memory is among them. */
export function encode (model: Model): Field {
  return [
    int(1, irVersion),
    string(2, 'wicc-matchmaking'),
    message(7, [
      ...model.nodes.map(node => message(1, nodeFields(node))),
      string(2, 'graph'),
      ...model.constants.map(constant => message(5, constantFields(constant))),
      ...model.inputs.map(value => message(11, valueFields(value))),
      ...model.outputs.map(value => message(12, valueFields(value)))
    ]),
    ...Object.entries(operatorSets).map(([domain, version]) => message(8, [string(1, domain), int(2, version)]))
  ].flat()
}

function nodeFields ({ operator, inputs, outputs, attributes = {}, domain }: Node): Field[] {
  return [
    ...inputs.map(input => string(1, input)),
    ...outputs.map(output => string(2, output)),
    string(3, `${operator}:${outputs[0]}`),
    string(4, operator),
    ...Object.entries(attributes).map(([name, value]) => message(5, [string(1, name), ...attributeFields(value)])),
    ...(domain === undefined ? [] : [string(7, domain)])
  ]
}

function attributeFields (value: Attribute): Field[] {
  const kind = 20
  if (typeof value === 'number') return [int(3, value), int(kind, 2)]
  if ('float' in value) return [float(2, value.float), int(kind, 1)]
  if ('type' in value) return [int(3, types[value.type]), int(kind, 2)]
  return [...value.map(item => int(8, item)), int(kind, 7)]
}

function constantFields ({ name, type, shape, data }: Constant): Field[] {
  return [
    ...shape.map(length => int(1, length)),
    int(2, types[type]),
    string(8, name),
    bytes(9, new Uint8Array(data.buffer, data.byteOffset, data.byteLength))
  ]
}

function valueFields ({ name, type, shape }: Value): Field[] {
  const lengths = shape.map(length => message(1, [typeof length === 'number' ? int(1, length) : string(2, length)]))
  return [string(1, name), message(2, [message(1, [int(1, types[type]), message(2, lengths)])])]
}
