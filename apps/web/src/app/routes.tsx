import { ownNews, projectIdSchema, versionIdSchema, type ProjectId } from '@concerte/api'
import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useState, type ComponentType, type ReactNode } from 'react'
import { Redirect, Route, Switch, useLocation, useSearch } from 'wouter'

import { sessionQuery } from '../api/session.ts'
import { NewsProvider } from '../features/news/news-provider.tsx'
import { LoadFailure, Loading } from '../ui/message.tsx'
import { ErrorBoundary } from './error-boundary.tsx'
import { Frame } from './frame.tsx'
import { NotFoundPage } from './not-found-page.tsx'
import styles from './page.module.css'
import { useOutgoingSoon } from './outgoing-soon.ts'
import { planPageHere } from './plan-page-ahead.ts'
import { signInPathFor } from './return-path.ts'

const SetupPage = lazy(() => import('../features/setup/setup-page.tsx'))
const SignInPage = lazy(() => import('../features/sign-in/sign-in-page.tsx'))
const InvitationPage = lazy(() => import('../features/invitation/invitation-page.tsx'))
const PlansPage = lazy(() => import('../features/plans/plans-page.tsx'))
const NewPlanPage = lazy(() => import('../features/plans/new-plan-page.tsx'))
const ValidationPage = lazy(() => import('../features/validation/validation-page.tsx'))
const VersionsPage = lazy(() => import('../features/versions/versions-page.tsx'))
const ComparisonPage = lazy(() => import('../features/versions/comparison-page.tsx'))
const NotificationsPage = lazy(() => import('../features/notifications/list/notifications-page.tsx'))
const TrailPage = lazy(() => import('../features/trail/trail-page.tsx'))
const LatePlanPage = lazy(() => import('../features/plan/plan-page.tsx'))
const BoardPage = lazy(() => import('../features/amendments/board/board-page.tsx'))

/** The addresses of the application. */
export function Routes() {
  const [path] = useLocation()
  return (
    // A page that broke does not keep the next one from showing.
    <ErrorBoundary resetKey={path}>
      <Switch>
        <Route path="/installation">
          <Public>
            <SetupPage />
          </Public>
        </Route>
        <Route path="/connexion">
          <Public>
            <SignInPage />
          </Public>
        </Route>
        <Route path="/invitation/:token">
          {({ token }) => (
            <Public>
              <InvitationPage token={token} />
            </Public>
          )}
        </Route>
        <Route path="/">
          <SignedIn>
            <PlansPage />
          </SignedIn>
        </Route>
        <Route path="/nouveau-plan">
          <SignedIn>
            <NewPlanPage />
          </SignedIn>
        </Route>
        <Route path="/plans/:projectId/validation">
          {({ projectId }) => <OfPlan projectId={projectId} page={ValidationPage} />}
        </Route>
        <Route path="/plans/:projectId/versions">
          {({ projectId }) => <OfPlan projectId={projectId} page={VersionsPage} />}
        </Route>
        <Route path="/plans/:projectId/versions/comparaison">
          {({ projectId }) => <OfPlan projectId={projectId} page={ComparisonPage} />}
        </Route>
        <Route path="/plans/:projectId/versions/:versionId">
          {({ projectId, versionId }) => <Plan projectId={projectId} versionId={versionId} />}
        </Route>
        <Route path="/plans/:projectId/amendements">
          {({ projectId }) => <OfPlan projectId={projectId} page={BoardPage} />}
        </Route>
        <Route path="/plans/:projectId/journal">
          {({ projectId }) => <OfPlan projectId={projectId} page={TrailPage} />}
        </Route>
        <Route path="/notifications">
          <SignedIn>
            <NotificationsPage />
          </SignedIn>
        </Route>
        <Route path="/plans/:projectId">{({ projectId }) => <Plan projectId={projectId} />}</Route>
        <Route>
          <Public>
            <NotFoundPage />
          </Public>
        </Route>
      </Switch>
    </ErrorBoundary>
  )
}

/** In the frame, for anyone. */
function Public({ children }: { children: ReactNode }) {
  const session = useQuery(sessionQuery)
  return (
    <Frame isSignedIn={session.data?.user != null}>
      {<Suspense fallback={<Waiting />}>{children}</Suspense>}
    </Frame>
  )
}

/**
 * For those who are signed in; the others sign in first and come back. `bare`: the page brings its own frame, and hears by itself
 * what is new. `of`: the plan that the page is about.
 */
function SignedIn({
  bare = false,
  of = ownNews,
  children,
}: {
  bare?: boolean
  of?: ProjectId | typeof ownNews
  children: ReactNode
}) {
  const [path] = useLocation()
  const search = useSearch()
  const session = useQuery(sessionQuery)
  const user = session.data?.user
  useOutgoingSoon(user?.id)
  if (user === null) {
    return <Redirect replace to={signInPathFor(search === '' ? path : `${path}?${search}`)} />
  }
  const page = <Suspense fallback={<Waiting />}>{children}</Suspense>
  if (user !== undefined) {
    return bare ? (
      page
    ) : (
      <NewsProvider of={of}>
        <Frame isSignedIn>{page}</Frame>
      </NewsProvider>
    )
  }
  return (
    <Frame isSignedIn={false}>
      {session.isError ? (
        <div className={styles.page}>
          <LoadFailure error={session.error} onRetry={() => void session.refetch()} />
        </div>
      ) : (
        <Waiting />
      )}
    </Frame>
  )
}

function Plan(params: { projectId: string; versionId?: string }) {
  const [PlanPage] = useState(() => planPageHere() ?? LatePlanPage)
  const project = projectIdSchema.safeParse(params.projectId)
  const version = versionIdSchema.optional().safeParse(params.versionId)
  if (!project.success || !version.success) {
    return (
      <Public>
        <NotFoundPage />
      </Public>
    )
  }
  return (
    <SignedIn bare>
      <PlanPage
        key={project.data}
        projectId={project.data}
        {...(version.data === undefined ? {} : { versionId: version.data })}
      />
    </SignedIn>
  )
}

/** A page about one plan, in the frame. */
function OfPlan({
  projectId,
  page: PageOfPlan,
}: {
  projectId: string
  page: ComponentType<{ projectId: ProjectId }>
}) {
  const project = projectIdSchema.safeParse(projectId)
  return project.success ? (
    <SignedIn of={project.data}>
      <PageOfPlan key={project.data} projectId={project.data} />
    </SignedIn>
  ) : (
    <Public>
      <NotFoundPage />
    </Public>
  )
}

function Waiting() {
  return (
    <div className={styles.page}>
      <Loading />
    </div>
  )
}
