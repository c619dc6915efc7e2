import { openAhead } from '../offline/plan-ahead.ts'

/*
 * The first script of a plan's page, a file of its own of a few kB: it runs while the plan itself is still on its way, so that the line
 * and what the device keeps wait for the application rather than the application for them.
 */
const { user, plan } = document.getElementById('known')?.dataset ?? {}
if (user !== undefined && plan !== undefined) openAhead(user, plan)
