using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace ZStackGen.Generator.Tests.Support;

/// <summary>The references of a project that the generator runs on: those of the running runtime, since packages of references need a newer compiler.</summary>
internal static class ReferenceAssemblies
{
    public static IEnumerable<MetadataReference> All { get; } =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(file => Path.GetDirectoryName(file) == Path.GetDirectoryName(typeof(object).Assembly.Location))
            .Select(file => MetadataReference.CreateFromFile(file)),
    ];
}
