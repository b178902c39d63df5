using QemuDsl.TestKit;

namespace QemuDsl.Tests.Documents;

/// <summary>The page that lists every record.</summary>
public sealed class CatalogueTests
{
    [Fact]
    public void The_page_of_the_catalogue_lists_every_record() => GeneratedFile.Verify("docs/catalogue.md", CataloguePage.Text());
}
