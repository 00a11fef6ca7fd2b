/** Every area's contract, put together: the whole API. */
import { incidentContract } from '../areas/incidents/contract.ts'
import { organisationContract } from '../areas/organisation/contract.ts'

export const contract = {
  organisation: organisationContract,
  incidents: incidentContract,
}
