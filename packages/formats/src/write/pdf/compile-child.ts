// A whole process for one PDF: the compiler's memory grows with every document, and compiling blocks its thread.
// Standard input: the printed plan as JSON. Standard output: the PDF. On failure: diagnostics on standard error, exit code 3.
import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'

import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'

const standardInput = 0
const standardOutput = 1
const diagnosticsExitCode = 3

const fontFiles = [
  'source-serif-4/400Regular/SourceSerif4_400Regular.ttf',
  'source-serif-4/400Regular_Italic/SourceSerif4_400Regular_Italic.ttf',
  'source-serif-4/700Bold/SourceSerif4_700Bold.ttf',
  'source-serif-4/700Bold_Italic/SourceSerif4_700Bold_Italic.ttf',
  'source-sans-3/300Light/SourceSans3_300Light.ttf',
  'source-sans-3/400Regular/SourceSans3_400Regular.ttf',
  'source-sans-3/400Regular_Italic/SourceSans3_400Regular_Italic.ttf',
  'source-sans-3/600SemiBold/SourceSans3_600SemiBold.ttf',
  'source-sans-3/600SemiBold_Italic/SourceSans3_600SemiBold_Italic.ttf',
  'source-sans-3/700Bold/SourceSans3_700Bold.ttf',
  'source-sans-3/700Bold_Italic/SourceSans3_700Bold_Italic.ttf',
]

const require = createRequire(import.meta.url)
const workspace = fileURLToPath(new URL('.', import.meta.url))

try {
  const compiler = NodeCompiler.create({
    workspace,
    fontArgs: [
      { fontBlobs: fontFiles.map((file) => readFileSync(require.resolve(`@expo-google-fonts/${file}`))) },
    ],
    inputs: { plan: readFileSync(standardInput, 'utf8') },
  })
  const compiled = compiler.compile({ mainFilePath: fileURLToPath(new URL('plan.typ', import.meta.url)) })
  const document = compiled.result
  if (document === null) {
    fail(JSON.stringify(compiled.takeDiagnostics()?.shortDiagnostics))
  } else {
    writeFileSync(standardOutput, compiler.pdf(document, { pdfStandard: 'ua-1' }))
  }
} catch (error) {
  fail(error instanceof Error ? error.message : String(error))
}

function fail(diagnostics: string): void {
  writeFileSync(2, diagnostics)
  process.exitCode = diagnosticsExitCode
}
