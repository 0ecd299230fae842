/** An error that a program finds itself, with the program's message and exit status; thrown where wirework performs the line */
export class Complaint extends Error {
  readonly status: number;

  constructor(message: string, status = 1) {
    super(message);
    this.status = status;
  }
}
