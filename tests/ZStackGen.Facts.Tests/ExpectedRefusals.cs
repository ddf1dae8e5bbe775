namespace ZStackGen.Facts.Tests;

/// <summary>The errors that the example of a page causes in a simulator of all pages.</summary>
internal static class ExpectedRefusals
{
    /// <summary>Determines whether the error of an API is expected.</summary>
    public static bool Contains(string api, string? code) => code switch
    {
        // The accounts of the examples do not exist.
        "ID.1000" => api is "LogIn" or "LogInByUser",
        // The long job of the example has ended, or is running.
        "SYS.1007" => api is "CancelLongJob" or "DeleteLongJob" or "RerunLongJob" or "ResumeLongJob",
        _ => false,
    };
}
