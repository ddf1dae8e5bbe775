using System;
using ZStackGen.Specs.Text;

namespace ZStackGen.Specs.Parsing.Headings;

/// <summary>The verbs at the start of the names of APIs. They distinguish the name of an API from that of a structure.</summary>
internal static class ApiVerbs
{
    private static readonly string[] s_verbs =
    [
        "Ack", "Add", "Apply", "Attach", "Backup", "Bind", "Calculate", "Cancel", "Change", "Check", "Clean", "Clone", "Close", "Create", "Delete",
        "Destroy", "Detach", "Disable", "Discover", "Download", "Enable", "Execute", "Export", "Expunge", "Flatten", "Generate", "Get", "Import",
        "Inspect", "Locate", "Lock", "Migrate", "Move", "Open", "Pause", "Power", "Preview", "Provision", "Query", "Reboot", "Reconnect", "Recover",
        "Refresh", "Release", "Reload", "Remove", "Request", "Reset", "Resize", "Restore", "Resume", "Revert", "Revoke", "Run", "Set", "Share",
        "Start", "Stop", "Submit", "Subscribe", "Suspend", "Sync", "Terminate", "Unbind", "Undo", "Ungenerate", "Unlock", "Unsubscribe", "Update",
        "Upgrade", "Upload", "Validate", "Verify",
    ];

    /// <summary>Determines whether a name is a verb and another word, such as <c>StartVmInstance</c>.</summary>
    public static bool StartsWithVerb(string name)
    {
        foreach (string verb in s_verbs)
        {
            if (name.Length > verb.Length && name.StartsWith(verb, StringComparison.Ordinal) && Characters.IsUpper(name[verb.Length]))
                return true;
        }

        return false;
    }
}
