using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;
using ZStack.Simulation.Identity;
using ZStack.Simulation.Responses;
using ZStack.Simulation.Specs;

namespace ZStack.Simulation.Handling;

/// <summary>Handles the APIs about sessions: login, logout, validation and renewal. See runtime/PROTOCOL.md §2.1.</summary>
internal sealed class SessionApis(IReadOnlyCollection<SimulatedAccount> accounts, SessionStore sessions, ServerClock clock) : IApiHandler
{
    public bool CanHandle(SimulatedApi api) => api.Name is "LogInByAccount" or "LogInByUser" or "LogIn" or "LogOut" or "ValidateSession" or "RenewSession";

    public SimulatedResponse Handle(SimulatedCall call)
    {
        switch (call.Api)
        {
            case "LogInByAccount":
                return LogIn(call.Text("accountName"), null, call.Text("password"));
            case "LogInByUser":
                // The simulator's accounts have no separate users, so the user must be the account itself.
                return LogIn(call.Text("accountName") is { } name && name != call.Text("userName") ? null : call.Text("userName"), call.Text("accountUuid"), call.Text("password"));
            case "LogIn":
                return call.Text("loginType") is null or "account"
                    ? LogIn(call.Text("username"), null, call.Text("password"))
                    : SimulatedResponse.Failure(SimulatedError.WrongCredentials());
            case "LogOut":
                sessions.Close(call.Text("sessionUuid") ?? "");
                return SimulatedResponse.Success();
            case "ValidateSession":
                return SimulatedResponse.Success(new JsonObject { ["valid"] = sessions.IsValid(call.Text("sessionUuid") ?? "") });
            default:
                return Renew(call);
        }
    }

    private SimulatedResponse LogIn(string? name, string? uuid, string? passwordHash)
    {
        SimulatedAccount? account = accounts.FirstOrDefault(candidate =>
            candidate.Name == name && (uuid is null || candidate.Uuid == uuid) && candidate.PasswordHash == passwordHash);
        if (account is null)
            return SimulatedResponse.Failure(SimulatedError.WrongCredentials());
        return sessions.Open(account) is { } session
            ? SimulatedResponse.Success(new JsonObject { ["inventory"] = session.ToJson(clock) })
            : SimulatedResponse.Failure(new SimulatedError("ID.1006", $"the account {account.Name} has too many sessions at once"));
    }

    private SimulatedResponse Renew(SimulatedCall call)
    {
        string uuid = call.Text("sessionUuid") ?? "";
        (Session? session, bool expired) = sessions.Use(uuid);
        if (session is null)
            return SimulatedResponse.Failure(SimulatedError.InvalidSession(expired));
        if (call.Arguments["duration"] is JsonValue value)
        {
            double seconds = double.Parse(value.ToString(), System.Globalization.CultureInfo.InvariantCulture);
            if (seconds is < 60 or > 31_536_000)
                return SimulatedResponse.Failure(SimulatedError.BadArgument("duration has to be within 60 and 31536000 seconds", "duration须在60至31536000秒之间"));
            sessions.Renew(session, TimeSpan.FromSeconds(seconds));
        }

        return SimulatedResponse.Success(new JsonObject { ["inventory"] = session.ToJson(clock) });
    }
}
