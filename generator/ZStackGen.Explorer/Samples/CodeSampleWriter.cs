using System.Collections.Generic;
using System.Text.Json.Nodes;
using ZStackGen.Explorer.Apis;

namespace ZStackGen.Explorer.Samples;

/// <summary>A call in one language.</summary>
/// <param name="Language">The language's usual short name.</param>
/// <param name="Label">The label to show.</param>
/// <param name="Source">The code.</param>
internal sealed record CodeSample(string Language, string Label, string Source);

/// <summary>Writes a call in every language that has a client.</summary>
internal static class CodeSampleWriter
{
    /// <summary>The server address used in samples.</summary>
    public const string ExampleServer = "http://localhost:8080";

    /// <summary>The UUID in place of a session. The web page replaces it with the session of its user.</summary>
    public const string ExampleSession = "the-session-uuid";

    /// <summary>Writes the samples, curl first.</summary>
    /// <param name="api">The API.</param>
    /// <param name="library">The types of its arguments.</param>
    /// <param name="arguments">The arguments by their names on the wire.</param>
    /// <param name="server">Scheme, host and port.</param>
    /// <param name="withSession">Whether the C# client uses the example session instead of an account.</param>
    public static IReadOnlyList<CodeSample> Write(ApiEntry api, ApiLibrary library, JsonObject arguments, string server = ExampleServer, bool withSession = false) =>
    [
        new("shell", "curl", CurlSample.Write(api, arguments, server)),
        new("csharp", "C#", new CSharpSample(library).Write(api, arguments, server, withSession ? ExampleSession : null)),
        new("java", "Java SDK", SdkSample.Java(api, arguments)),
        new("python", "Python SDK", SdkSample.Python(api, arguments)),
    ];
}
