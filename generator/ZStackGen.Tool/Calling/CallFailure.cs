using System;
using System.Net;
using ZStack;

namespace ZStackGen.Tool.Calling;

/// <summary>Maps the failure of a call to an exit code.</summary>
internal static class CallFailure
{
    /// <summary>Returns the exit code of a failure.</summary>
    /// <param name="failure">The failure.</param>
    public static int ToExitCode(Exception failure) => failure switch
    {
        ZStackAuthenticationException or ZStackPermissionException or ZStackSessionException => ExitCode.NotAuthorized,
        ZStackApiException => ExitCode.Refused,
        ZStackJobExpiredException => ExitCode.Refused,
        // The server or a proxy before it refused the request without an error of ZStack.
        ZStackHttpException { Status: >= HttpStatusCode.BadRequest and < HttpStatusCode.InternalServerError } => ExitCode.Refused,
        ZStackException => ExitCode.NoResponse,
        _ => ExitCode.CannotRun,
    };
}
