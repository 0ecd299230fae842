export function stage<T>(kept: readonly string[], userNamespace: string, body: () => T): T { return body(); }
