using System;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace ZStackGen.Testing;

/// <summary>The framework that runs the tests, as references of a compilation.</summary>
internal static class RunningFramework
{
    /// <summary>Gets the framework's assemblies, without the assemblies of the test project.</summary>
    public static ImmutableArray<MetadataReference> References { get; } =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(static file => Path.GetDirectoryName(file) == Path.GetDirectoryName(typeof(object).Assembly.Location))
            .Select(static file => MetadataReference.CreateFromFile(file)),
    ];
}
