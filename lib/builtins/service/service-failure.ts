/** Thrown when a service does not start because of its configuration file or its bridge */
export class ServiceFailure extends Error {
  override readonly name = "ServiceFailure";
}
