using System;
using System.Collections.Generic;
using Microsoft.AspNetCore.Http;
using ZStack.Simulation.Responses;

namespace ZStack.Simulation.Identity;

/// <summary>Reads the <c>Authorization</c> header. See runtime/PROTOCOL.md §2.</summary>
internal sealed class RequestAuthentication(SessionStore sessions, AccessKeyVerification accessKeys)
{
    /// <summary>Determines whether a request has valid credentials, without extending the session.</summary>
    public bool IsKnown(HttpRequest request, string path)
    {
        string authorization = request.Headers.Authorization.ToString();
        if (authorization.StartsWith("OAuth", StringComparison.Ordinal))
            return sessions.IsValid(authorization["OAuth".Length..].Trim());
        if (!authorization.StartsWith("ZStack", StringComparison.Ordinal))
            return false;
        try
        {
            return accessKeys.Verify(request, authorization["ZStack".Length..].Trim(), path).Session is not null;
        }
        catch (PlainTextException)
        {
            return false;
        }
    }

    /// <summary>Determines the caller of a request.</summary>
    /// <exception cref="PlainTextException">The header is missing or has an unknown format.</exception>
    public Caller Authenticate(HttpRequest request, string path)
    {
        string? authorization = request.Headers.Authorization;
        if (string.IsNullOrEmpty(authorization))
            throw new PlainTextException(400, "missing header 'Authorization'");
        if (authorization.StartsWith("OAuth", StringComparison.Ordinal))
        {
            (Session? session, bool expired) = sessions.Use(authorization["OAuth".Length..].Trim());
            return session is null ? new Caller(null, SimulatedError.InvalidSession(expired)) : new Caller(session, null);
        }

        if (authorization.StartsWith("ZStack", StringComparison.Ordinal))
            return accessKeys.Verify(request, authorization["ZStack".Length..].Trim(), path);
        throw new PlainTextException(400, "the header 'Authorization' has a scheme that is neither 'OAuth' nor 'ZStack'");
    }
}
