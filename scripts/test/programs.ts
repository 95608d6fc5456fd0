import { accessSync, constants } from 'node:fs'

/** Whether a path is of a file that may be run. */
export const isProgram = (path: string): boolean => {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
