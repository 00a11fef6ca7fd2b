/** Every area's contract, put together: the whole API. */
import { incidentContract } from '../areas/incidents/contract.ts'
import { organisationContract } from '../areas/organisation/contract.ts'
import { welcomeContract } from './welcome-contract.ts'

export const contract = {
  welcome: welcomeContract,
  organisation: organisationContract,
  incidents: incidentContract,
}
