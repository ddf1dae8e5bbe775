using System;

namespace ZStackGen.Analyzers.Tests.Support;

/// <summary>A user's program around the statements of a test.</summary>
internal static class UserProgram
{
    private const string Members = "---";

    /// <summary>The program; what stands behind a line of dashes are members of its class.</summary>
    public static string Of(string statements)
    {
        int at = statements.IndexOf(Members, StringComparison.Ordinal);
        (string body, string members) = at < 0 ? (statements, "") : (statements[..at], statements[(at + Members.Length)..]);
        return $$"""
            #nullable enable
            using System;
            using System.Collections.Generic;
            using System.Diagnostics;
            using System.Diagnostics.CodeAnalysis;
            using System.Linq;
            using System.Threading.Tasks;
            using ZStack;
            using ZStack.Api;

            static class Program
            {
                static async Task Run(IZStackClient client, Disk disk, ZStackApiSet apis, bool flag, List<Disk> disks)
                {
                    await Task.Yield();
                    {{body}}
                }

                static void Use(object? value) { }
                static bool Other() => true;
                static void Do(Action action) => action();
            {{members}}
            }
            """;
    }
}
