using System;
using System.Collections.Generic;
using System.Text.Json.Nodes;

namespace ZStack.Simulation;

/// <summary>A business error, which a ZStack server sends with status 503.</summary>
/// <param name="Code">The error code, such as <c>SYS.1003</c>.</param>
/// <param name="Details">The details of the error.</param>
/// <param name="Cause">The underlying error.</param>
public sealed record SimulatedError(string Code, string Details, SimulatedError? Cause = null)
{
    /// <summary>Gets the details in Chinese; <see langword="null"/> to use <see cref="Details"/>.</summary>
    public string? ChineseDetails { get; init; }

    /// <summary>Gets a help text about the error.</summary>
    public string? Elaboration { get; init; }

    /// <summary>Gets the step of the workflow that failed.</summary>
    public string? Location { get; init; }

    /// <summary>Gets further members of <c>opaque</c>.</summary>
    public IReadOnlyDictionary<string, string>? Opaque { get; init; }

    /// <summary>Gets the general description of the error code; <see langword="null"/> for the simulator's default text.</summary>
    public string? Description { get; init; }

    internal JsonObject ToJson(bool chinese)
    {
        var json = new JsonObject
        {
            ["code"] = Code,
            ["description"] = Description ?? ErrorDescriptions.Of(Code),
            ["details"] = Cut(chinese ? ChineseDetails ?? Details : Details),
        };
        if (Elaboration is not null)
            json["elaboration"] = Elaboration;
        if (Elaboration is not null || ChineseDetails is not null)
            json["messages"] = new JsonObject { ["code"] = Code, ["message_en"] = Details, ["message_cn"] = ChineseDetails ?? Details };
        if (Location is not null)
            json["location"] = Location;
        if (Cause is not null)
            json["cause"] = Cause.ToJson(chinese);
        if (Opaque is { Count: > 0 })
        {
            var opaque = new JsonObject();
            foreach ((string key, string value) in Opaque)
                opaque[key] = value;
            json["opaque"] = opaque;
        }

        return json;
    }

    // A ZStack server limits the details to 4,096 characters. See runtime/PROTOCOL.md §4.
    private static string Cut(string text) => text.Length <= 4096 ? text : text[..4096];

    internal static SimulatedError InvalidSession(bool expired) => expired
        ? new("ID.1001", "Session expired") { ChineseDetails = "会话已过期" }
        : new("ID.1001", "invalid session") { ChineseDetails = "会话无效" };

    internal static SimulatedError WrongCredentials() => new("ID.1000", "wrong account or password") { ChineseDetails = "账户名或密码错误" };

    internal static SimulatedError NotFound(string uuid, string? type) => new("SYS.1003", $"there is no {type ?? "resource"} with the uuid [{uuid}]") { ChineseDetails = $"资源[{uuid}]不存在" };

    internal static SimulatedError BadArgument(string details, string chinese) => new("SYS.1007", details) { ChineseDetails = chinese };

    internal static SimulatedError Internal(string details) => new("SYS.1000", details);
}

/// <summary>The descriptions of ZStack's error codes. The wording is the simulator's, not the server's.</summary>
internal static class ErrorDescriptions
{
    private static readonly Dictionary<string, string> s_descriptions = new(StringComparer.Ordinal)
    {
        ["ID.1000"] = "Authentication failed",
        ["ID.1001"] = "The session is not valid",
        ["ID.1002"] = "Permission denied",
        ["ID.1003"] = "Quota exceeded",
        ["ID.1004"] = "The quota cannot be changed like this",
        ["ID.1005"] = "The password has to be changed first",
        ["ID.1006"] = "Too many sessions",
        ["SYS.1000"] = "Internal error",
        ["SYS.1001"] = "The operation timed out",
        ["SYS.1002"] = "The resource cannot be created",
        ["SYS.1003"] = "The resource does not exist",
        ["SYS.1004"] = "The resource cannot be deleted",
        ["SYS.1005"] = "The state cannot be changed",
        ["SYS.1006"] = "The operation failed",
        ["SYS.1007"] = "An argument is not valid",
        ["SYS.1008"] = "Unknown message",
        ["SYS.1009"] = "No route to the service",
        ["SYS.1010"] = "The management node is not ready",
        ["SYS.1011"] = "The message cannot be delivered",
        ["SYS.1012"] = "The management node is not available",
        ["SYS.1013"] = "No capability",
        ["SYS.1014"] = "Not implemented",
        ["SYS.1015"] = "HTTP error",
        ["SYS.1016"] = "I/O error",
        ["SYS.1017"] = "Canceled",
        ["PORTAL.1000"] = "No service takes this message",
        ["LONG_JOB.1000"] = "The long job was canceled",
        ["LONG_JOB.1001"] = "The long job cannot be canceled anymore",
        ["LONG_JOB.1002"] = "The long job was interrupted",
        ["LONG_JOB.1003"] = "The long job does not support this",
    };

    public static string Of(string code) => s_descriptions.TryGetValue(code, out string? text) ? text : "The operation failed";
}
