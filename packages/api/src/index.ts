export { phaseSchema, rightsSchema, roleSchema, type Phase, type Rights, type Role } from '@concerte/schema'
export { errorBodySchema, errorCodeSchema, type ErrorBody, type ErrorCode } from './error.ts'
export {
  emailSchema,
  newAccountSchema,
  passwordSchema,
  personNameSchema,
  sessionSchema,
  setupSchema,
  setupStateSchema,
  signInSchema,
  userIdSchema,
  userSchema,
  type NewAccount,
  type Setup,
  type SignIn,
  type User,
  type UserId,
} from './account.ts'
export {
  createdProjectSchema,
  exportFormatSchema,
  memberChangeSchema,
  memberListSchema,
  memberSchema,
  newProjectSchema,
  projectIdSchema,
  projectListSchema,
  projectSummarySchema,
  templateKeySchema,
  type CreatedProject,
  type ExportFormat,
  type Member,
  type NewProject,
  type ProjectId,
  type ProjectSummary,
  type TemplateKey,
} from './project.ts'
export {
  acceptedInvitationSchema,
  acceptInvitationSchema,
  createdInvitationSchema,
  invitationIdSchema,
  invitationListSchema,
  invitationPreviewSchema,
  invitationSchema,
  newInvitationSchema,
  type CreatedInvitation,
  type Invitation,
  type InvitationPreview,
  type NewInvitation,
} from './invitation.ts'
export * from './version.ts'
export { authorListSchema, authorshipSchema, type AuthorList, type Authorship } from './authorship.ts'
export {
  newWorkingGroupSchema,
  workingGroupIdSchema,
  workingGroupListSchema,
  workingGroupSchema,
  type NewWorkingGroup,
  type WorkingGroup,
  type WorkingGroupId,
} from './working-group.ts'
export { axisLockListSchema, axisLockSchema, type AxisLock } from './axis-lock.ts'
export * from './phase.ts'
export * from './validation.ts'
export * from './thread.ts'
export * from './amendment.ts'
export * from './trail.ts'
export * from './notification.ts'
