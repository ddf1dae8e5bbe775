using System;
using System.Text.RegularExpressions;

namespace ZStackGen.Tool;

/// <summary>
/// Replaces the terms of the client in its messages. The user of a command line cannot set a property of .NET, but an option, a variable or a
/// profile.
/// </summary>
internal static partial class LibraryTerms
{
    private static readonly (string Library, string CommandLine)[] s_terms =
    [
        ("set ZStackClientOptions.Credential", "use --account, a variable or a profile"),
        ("Set ZStackClientOptions.Credential or the action's SessionId", "Use --account, a variable or a profile"),
        ("set ZStackClientOptions.ServerTimeZone to the time zone of the server, and check both clocks", "check both clocks and time zones, or log in with --account"),
        ("set ZStackClientOptions.CertificateAuthorities,", "set ZSTACK_CA_FILE or certificateAuthorityFile of the profile,"),
        ("ZStackClientOptions.CertificateAuthorityFile", "the file of certificate authorities"),
        ("ZStackClientOptions.MaxResponseBytes (", "the limit of the tool ("),
        ("ZStackClientOptions.RequestTimeout", "the timeout of a request"),
        (" (RequestTimeout)", ""),
        ("ZStackCallOptions.Timeout", "the timeout of the call"),
        ("use the value of ZStackJob.Id", "use the id that 'zstackgen call --no-wait' printed"),
    ];

    /// <summary>Replaces the terms of the client in a message.</summary>
    /// <param name="message">The message.</param>
    public static string Replace(string message)
    {
        foreach ((string library, string commandLine) in s_terms)
            message = message.Replace(library, commandLine, StringComparison.Ordinal);
        // An option that the command line does not have.
        return Member().Replace(message, "$1 of the .NET client");
    }

    [GeneratedRegex(@"\bZStack(?:Client|Call)Options\.([A-Z][A-Za-z]+)", RegexOptions.CultureInvariant)]
    private static partial Regex Member();
}
