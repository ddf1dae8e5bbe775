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

    /// <summary>The user canceled the command.</summary>
    public const int Cancelled = 130;
}
