export {
  createNodeId,
  createRubricId,
  isNodeId,
  nodeIdSchema,
  rubricIdSchema,
  type NodeId,
  type RubricId,
} from './ids.ts'
export {
  blockTextSchema,
  lineTextSchema,
  type Block,
  type BlockText,
  type Inline,
  type LineText,
  type List,
  type Paragraph,
  type TextProfile,
} from './text/rich-text.ts'
export {
  blocksToPlain,
  isBlockTextEmpty,
  lineToPlain,
  plainToBlocks,
  plainToLine,
} from './text/plain-text.ts'
export { replaceInText, type TextRange } from './text/text-range.ts'
export {
  checkIds,
  checkIdSchema,
  type CheckedPlace,
  type CheckId,
  type Finding,
  type Mend,
  type MendEdit,
  type Severity,
} from './checks/finding.ts'
export { applyMend } from './checks/apply-mend.ts'
export { checkProject } from './checks/check-project.ts'
export { dismissalKey, dismissalSchema, type Dismissal } from './dismissals/dismissal.ts'
export { dismissalMap, dismissFinding, readDismissals, reopenFinding } from './dismissals/plan-dismissals.ts'
export { applyDismissals, type DismissedFinding } from './dismissals/apply-dismissals.ts'
export {
  entryTypeSchema,
  labelsSchema,
  numberingSchema,
  rubricSchema,
  slotSchema,
  templateSchema,
  type EntryType,
  type Labels,
  type Numbering,
  type Rubric,
  type Slot,
  type SlotLevel,
  type Template,
} from './template.ts'
export {
  actionFieldsSchema,
  datedValueSchema,
  indicatorFieldsSchema,
  indicatorKindSchema,
  partialDateSchema,
  periodSchema,
  projectFormatVersion,
  projectSchema,
  type Action,
  type ActionFields,
  type Axis,
  type Cover,
  type DatedValue,
  type Entry,
  type Group,
  type Indicator,
  type IndicatorFields,
  type IndicatorKind,
  type Period,
  type Project,
  type RubricEntries,
  type Section,
  type Unplaced,
} from './project.ts'
export {
  actionRuns,
  actionsOf,
  announcedTitle,
  axisColour,
  axisColours,
  countNodes,
  entriesOf,
  findRubric,
  rubricHeading,
  rubricsOf,
} from './reading.ts'
export { axisPalette, type AxisPalette } from './colour/axis-palette.ts'
export { contrastWithWhite, enoughContrast } from './colour/contrast.ts'
export { actionsTemplate } from './templates/actions.ts'
export { orientationsTemplate } from './templates/orientations.ts'
export { normalizeProject, InvalidProjectError } from './normalize-project.ts'
export { emptyProject } from './empty-project.ts'
export { folded } from './text/folded.ts'
export { shortened } from './text/shortened.ts'
export { normalizeBlocks, normalizeLine } from './text/normalize-text.ts'
export { readBlocks, readLine } from './text/read-fragment.ts'
export { writeBlocks, writeLine } from './text/write-fragment.ts'
export type { TextPoint } from './text/split-text.ts'
export {
  isRoot,
  nodeTypes,
  textsOf,
  type NodeType,
  type Place,
  type Root,
  type Trashed,
} from './outline/node-types.ts'
export {
  coverText,
  coverTexts,
  edit,
  MisplacedNodeError,
  nodeIdOf,
  nodeMap,
  nodePlace,
  nodeText,
  nodeTrashed,
  nodeType,
  openPlan,
  UnknownNodeError,
  type CoverText,
  type PlanDoc,
} from './outline/plan-doc.ts'
export { followPlan, type LiveOutline } from './outline/live-outline.ts'
export { readOutline, type ListAddress, type Outline, type OutlineNode } from './outline/read-outline.ts'
export { coverSummary, readCover, readProject } from './outline/read-project.ts'
export { readValues, type FieldsOf } from './outline/read-values.ts'
export { isTemplateKey, readTemplate } from './outline/read-template.ts'
export { planTextSchema, type PlaceName, type PlanText } from './compare/plan-text.ts'
export { placeNames, planTexts, unsharedTexts } from './compare/plan-texts.ts'
export { applyProject } from './outline/apply-project.ts'
export { addNode, type NewNode } from './outline/add-node.ts'
export { moveNode, moveNodes } from './outline/move-node.ts'
export { dissolveGroup, groupActions } from './outline/regroup.ts'
export { trashNode } from './outline/trash-node.ts'
export { restoreNode } from './outline/restore-node.ts'
export { splitEntry } from './outline/split-entry.ts'
export { joinWithPrevious } from './outline/join-entries.ts'
export { indentEntry } from './outline/indent-entry.ts'
export { outdentItem } from './outline/outdent-item.ts'
export { bringWordsBack } from './late/bring-words-back.ts'
export type { CharacterStretch } from './text/paragraphs.ts'
export { setField } from './outline/set-field.ts'
export { authorRuns, authorTotals, type AuthoredText } from './authorship/author-runs.ts'
export { textAuthors, type AuthorRun } from './authorship/text-authors.ts'
export type { Touch } from './rights/touch.ts'
export {
  isUnbounded,
  phaseSchema,
  rightsSchema,
  roleSchema,
  scopeOf,
  toRights,
  type Phase,
  type Rights,
  type Role,
  type Scope,
} from './rights/rights.ts'
export { writeRefusals, type WriteRefusal } from './rights/write-refusal.ts'
export { judgeTouches } from './rights/judge-touches.ts'
export {
  mayAddTo,
  mayArrangeNode,
  mayChangeStructure,
  mayDismiss,
  mayWriteCover,
  mayWriteNode,
} from './rights/may-write.ts'
export { setCover } from './outline/set-cover.ts'
export { addRubric, moveSlot, setLabels, setNumbering, updateSlot } from './outline/edit-template.ts'
export type { PastedBlock } from './paste/pasted-block.ts'
export { pastedLine, pastedText } from './paste/pasted-text.ts'
export { draftEntries } from './paste/draft-entries.ts'
export { draftActions, looksLikeActions } from './paste/draft-actions.ts'
export { countDrafts, type Drafts, type RubricDraft } from './paste/drafts.ts'
export { insertDrafts } from './paste/insert-drafts.ts'
export { actionLines, indicatorLines } from './paste/field-lines.ts'
export { anchorSchema, subjectSchema, type Anchor, type Standing, type Subject } from './anchors/anchor.ts'
export { isLineage } from './anchors/lineage.ts'
export { createAnchor } from './anchors/create-anchor.ts'
export { standOfAnchor, standOfSubject } from './anchors/stand-of.ts'
export {
  draftSchema,
  fieldValueSchema,
  insteadSchema,
  proposalSchema,
  type Draft,
  type FieldValue,
  type Instead,
  type Proposal,
  type Spot,
} from './amendments/proposal.ts'
export { examine, type Collision, type Examination } from './amendments/examine.ts'
export {
  addedNodeId,
  applyProposal,
  meantBy,
  type Applied,
  type ApplyOptions,
} from './amendments/apply-proposal.ts'
export {
  inverseSchema,
  revertAcceptance,
  takenBackSchema,
  type Inverse,
  type TakenBack,
} from './amendments/revert.ts'
export { amendmentNode, mayDecide } from './amendments/may-decide.ts'
export { soundProposal, type Soundness } from './amendments/sound-proposal.ts'
export { isInPlan, pathUp } from './outline/path-up.ts'
export { spotOf } from './amendments/spots.ts'
export { nodeWords } from './amendments/node-words.ts'
export { entryTypeOf, readFieldValue } from './amendments/field-value.ts'
export { readProposedText } from './amendments/proposed-text.ts'
export { isAllowed, permissions, type Permission } from './rights/permissions.ts'
export { policyTable, type PolicyCell } from './rights/policy-table.ts'
export { restoreScopeSchema, type RestoreScope } from './restore/restore-scope.ts'
export { projectWithRestored } from './restore/project-with-restored.ts'
export { mergeTexts, type CollidingRegion, type Merge } from './merge/merge-texts.ts'
export { diffTexts, diffWords, type DiffBlock, type DiffKind, type DiffPart } from './merge/diff-texts.ts'
export {
  comparisonSchema,
  type ComparedKind,
  type ComparedValue,
  type Comparison,
  type NodeChange,
  type SlotChange,
  type TextChange,
  type ValueChange,
} from './compare/comparison.ts'
export { compareProjects, isSamePlan } from './compare/compare-projects.ts'
export {
  summarizeComparison,
  summarySchema,
  targetChange,
  type ComparisonSummary,
} from './compare/summarize-comparison.ts'
