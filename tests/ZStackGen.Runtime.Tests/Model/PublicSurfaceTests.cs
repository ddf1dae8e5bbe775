using System;
using System.ComponentModel;
using System.Linq;
using System.Reflection;
using Xunit;

namespace ZStack.Tests.Model;

public class PublicSurfaceTests
{
    // Public, because generated code lies in the user's own assembly.
    [Fact]
    public void What_only_generated_code_calls_is_not_offered_by_an_editor()
    {
        var writers = typeof(ZStackClient).Assembly.GetExportedTypes()
            .Where(t => t.IsByRefLike && t != typeof(JsonReader)).OrderBy(t => t.Name, StringComparer.Ordinal).ToList();
        Assert.Equal(["ArgumentCheck", "JsonBodyWriter", "JsonName", "PathWriter", "QueryWriter"], writers.Select(t => t.Name));
        Assert.All(writers.Append<MemberInfo>(typeof(ZStackJson).GetMethod(nameof(ZStackJson.Texts))!),
            m => Assert.Equal(EditorBrowsableState.Never, m.GetCustomAttribute<EditorBrowsableAttribute>()?.State));
    }
}
