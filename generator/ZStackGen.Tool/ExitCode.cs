namespace ZStackGen.Tool;

/// <summary>What the process answers; documented in <c>zstackgen --help</c>.</summary>
internal static class ExitCode
{
    /// <summary>The command did its work and found nothing that fails it.</summary>
    public const int Success = 0;

    /// <summary>The command did its work, and the pages fail it (a finding that counts, a page not in its format).</summary>
    public const int PagesFail = 1;

    /// <summary>The command could not do its work: wrong arguments, a path that does not exist or cannot be read.</summary>
    public const int CannotRun = 2;

    /// <summary>The user stopped the command.</summary>
    public const int Cancelled = 130;
}
