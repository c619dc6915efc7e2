// The baseline of a PDF: a process of its own, the compiler, one line.
import { writeFileSync } from 'node:fs'

import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'

writeFileSync(1, NodeCompiler.create().pdf({ mainFileContent: 'Une ligne.' }))
