namespace ZStackGen.Tool.Commands;

/// <summary>The exit codes that the help of each command lists.</summary>
internal static class CommandExits
{
    /// <summary>The exit codes of all commands.</summary>
    public const string All = """
        Exit codes:
          0    success
          1    a page has an error, or a check or verification of the pages failed
          2    failure: invalid arguments, or a path does not exist or cannot be read or written
          3    call, job, verify: the server refused the call, or the job failed
          4    call, job, verify: the login failed, or the permissions do not suffice
          5    call, job, verify: the server cannot be reached, or its response cannot be read
          130  canceled by the user
          143  ended by SIGTERM
        """;

    /// <summary>The exit codes of a command that reads no pages.</summary>
    public const string Plain = """
        Exit codes:
          0    success
          2    failure: invalid arguments, or a path does not exist or cannot be read or written
          130  canceled by the user
          143  ended by SIGTERM
        """;

    /// <summary>The exit codes of a command that reads pages.</summary>
    public const string Pages = """
        Exit codes:
          0    success
          1    a page has an error
          2    failure: invalid arguments, or a path does not exist or cannot be read or written
          130  canceled by the user
          143  ended by SIGTERM
        """;

    /// <summary>The exit codes of <c>check</c>.</summary>
    public const string Check = """
        Exit codes:
          0    success
          1    a page has an error; with --warnaserror, or a warning
          2    failure: invalid arguments, or a path does not exist or cannot be read
          130  canceled by the user
          143  ended by SIGTERM
        """;

    /// <summary>The exit codes of <c>format</c>.</summary>
    public const string Format = """
        Exit codes:
          0    success
          1    a page has an error; with --check, or is not in the format
          2    failure: invalid arguments, or a path does not exist or cannot be read or written
          130  canceled by the user
          143  ended by SIGTERM
        """;

    /// <summary>The exit codes of <c>diff</c>.</summary>
    public const string Diff = """
        Exit codes:
          0    success
          1    a page has an error; with --fail-on-breaking, or a change is breaking
          2    failure: invalid arguments, or a path does not exist or cannot be read
          130  canceled by the user
          143  ended by SIGTERM
        """;

    /// <summary>The exit codes of <c>verify</c>.</summary>
    public const string Verify = """
        Exit codes:
          0    nothing is contradicted
          1    a statement of a page is contradicted
          2    failure: invalid arguments, a path does not exist or cannot be read, or there is no cloud or no credential
          3    the server refused a call
          4    the login failed, or the permissions do not suffice
          5    the server cannot be reached, did not respond in time, or its response cannot be read
          130  canceled by the user
          143  ended by SIGTERM
        """;

    /// <summary>The exit codes of <c>serve</c>. A signal is its regular end.</summary>
    public const string Serve = """
        Exit codes:
          0    ended by Ctrl+C or SIGTERM
          2    failure: invalid arguments, a path does not exist or cannot be read, or the port is in use
        """;

    /// <summary>The exit codes of the commands that call a cloud.</summary>
    public const string Call = """
        Exit codes:
          0    success
          2    failure: invalid arguments, or there is no cloud or no credential
          3    the server refused the call, or the job failed
          4    the login failed, or the permissions do not suffice
          5    the server cannot be reached, did not respond in time, or its response cannot be read
          130  canceled by the user; a job that was started continues
          143  ended by SIGTERM
        """;
}
