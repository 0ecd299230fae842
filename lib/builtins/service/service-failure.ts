/** Why a service did not start: what people can put into its file, or have done to the bridge */
export class ServiceFailure extends Error {
  override readonly name = "ServiceFailure";
}
