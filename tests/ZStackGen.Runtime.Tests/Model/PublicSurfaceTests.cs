using System;
using System.ComponentModel;
using System.Linq;
using System.Reflection;
using Xunit;

namespace ZStack.Tests.Model;

public class PublicSurfaceTests
{
    // These types are public because generated code is compiled into the user's assembly.
    [Fact]
    public void Editors_do_not_offer_types_for_generated_code()
    {
        var writers = typeof(ZStackClient).Assembly.GetExportedTypes()
            .Where(t => t.IsByRefLike && t != typeof(JsonReader)).OrderBy(t => t.Name, StringComparer.Ordinal).ToList();
        Assert.Equal(["ArgumentCheck", "JsonBodyWriter", "JsonName", "PathWriter", "QueryWriter"], writers.Select(t => t.Name));
        Assert.All(writers.Append<MemberInfo>(typeof(ZStackJson).GetMethod(nameof(ZStackJson.Texts))!),
            m => Assert.Equal(EditorBrowsableState.Never, m.GetCustomAttribute<EditorBrowsableAttribute>()?.State));
    }
}
