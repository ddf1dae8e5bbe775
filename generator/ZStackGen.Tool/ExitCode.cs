namespace ZStackGen.Tool;

/// <summary>The exit codes of the process. <c>zstackgen --help</c> documents them.</summary>
internal static class ExitCode
{
    /// <summary>The command succeeded.</summary>
    public const int Success = 0;

    /// <summary>The command ran, and a page failed it: a finding that counts, or a page that is not in the format.</summary>
    public const int PagesFail = 1;

    /// <summary>The command could not run: invalid arguments, or a path that does not exist or cannot be read.</summary>
    public const int CannotRun = 2;

    /// <summary>The server refused a call, or a job failed.</summary>
    public const int Refused = 3;

    /// <summary>The login failed, or the session or its permissions do not suffice.</summary>
    public const int NotAuthorized = 4;

    /// <summary>The server cannot be reached, did not respond in time, or its response cannot be read.</summary>
    public const int NoResponse = 5;

    /// <summary>The user canceled the command.</summary>
    public const int Cancelled = 130;

    /// <summary>The process was asked to end by SIGTERM.</summary>
    public const int Terminated = 143;
}
